/** A picture of the page once nothing moves any more. */
export async function pictureAtRest(page) {
  let former = Buffer.alloc(0);
  for (let time = 0; time < 20; time++) {
    await page.waitForTimeout(300);
    const picture = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    if (picture.equals(former)) break;
    former = picture;
  }
  return former;
}

/** How many pixels of two pictures differ so that it can be seen; rounded corners are never drawn quite the same twice. */
export function countDifferences(page, one, other) {
  return page.evaluate(
    async (pictures) => {
      const [one, other] = await Promise.all(
        pictures.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/png;base64,${base64}`;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
          const context = canvas.getContext('2d');
          context.drawImage(image, 0, 0);
          return context.getImageData(0, 0, image.width, image.height).data;
        }),
      );
      const pixels = new Set();
      for (let index = 0; index < one.length; index++) if (Math.abs(one[index] - other[index]) > 32) pixels.add(index >> 2);
      return pixels.size;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}
