/** Made from the sources before Storybook starts, so not there in a fresh clone. */
declare module '*/custom-elements.json' {
  const manifest: object;
  export default manifest;
}
