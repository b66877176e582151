export default {
  title: 'Rechnung beanstanden',
  heading: (number: string) => `Beanstandung von \u2068${number}\u2069`,
  intro: 'Sagen Sie uns, was nicht stimmt. Wir prüfen es und schreiben Ihnen; bis dahin erhalten Sie zu dieser Rechnung keine Mahnungen.',
  reason: 'Was stimmt nicht?',
  choose: 'Bitte auswählen',
  chooseReason: 'Wählen Sie aus, was nicht stimmt.',
  lines: 'Welche Positionen?',
  linesHint: 'Wählen Sie keine aus, wenn es um die ganze Rechnung geht.',
  text: 'Was ist passiert?',
  textHint: 'Sagen Sie, was Sie erwartet haben, und nennen Sie Bestellungen oder E-Mails, die es belegen.',
  writeText: 'Sagen Sie, was nicht stimmt.',
  send: 'Beanstandung senden',
  'problem-already-disputed':
    'Diese Rechnung ist schon beanstandet, vielleicht von jemandem aus Ihrem Haus. Gehen Sie zurück, um zu lesen, was gesagt wurde.',
  'problem-not-disputable': 'Diese Rechnung kann nicht mehr beanstandet werden.',
};
