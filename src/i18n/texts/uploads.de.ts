import { plural } from '../catalogue.js';

export default {
  choose: 'Datei wählen',
  chooseSeveral: 'Dateien wählen',
  drop: 'oder hier ablegen',
  dropSeveral: 'oder hier ablegen',
  limits: (kinds: string, size: string, count: number) =>
    plural('de', count, { one: `${kinds}, bis ${size}`, other: `${kinds}, bis zu # Dateien mit je höchstens ${size}` }),
  uploading: (name: string) => `${name} wird hochgeladen`,
  waiting: 'Wird hochgeladen …',
  uploaded: 'Hochgeladen',
  uploadedFile: (name: string) => `${name} wurde hochgeladen.`,
  remove: 'Entfernen',
  removeFile: (name: string) => `${name} entfernen`,
  retryFile: (name: string) => `${name} erneut hochladen`,
  'fault-kind': (kinds: string) => `Nicht möglich: nur ${kinds}.`,
  'fault-size': (size: string) => `Zu groß: höchstens ${size}.`,
  'fault-empty': 'Diese Datei ist leer.',
  'fault-count': (count: number) => plural('de', count, { one: 'Nur eine Datei ist möglich.', other: 'Nur # Dateien sind möglich.' }),
  'fault-content': 'Ihr Inhalt ist nicht von der Art, die ihr Name angibt.',
  'fault-many': 'Sie haben viele Dateien hochgeladen, ohne sie zu verwenden. Bitte versuchen Sie es morgen wieder.',
  required: 'Bitte fügen Sie eine Datei hinzu.',
  stillSending: 'Bitte warten Sie, bis alle Dateien hochgeladen sind.',
  notSent: 'Eine Datei konnte nicht hochgeladen werden. Laden Sie sie erneut hoch oder entfernen Sie sie.',
};
