export default {
  code: 'Code from your authenticator app',
  codeHint: 'Six digits, new every half minute.',
  recoveryCode: 'Recovery code',
  recoveryHint: 'One of the codes that you kept when you set up the second factor. Each works once.',
  useRecovery: 'Use a recovery code instead',
  useApp: 'Use the app instead',
  wrongCode: 'This code is not right, or not any more. Enter the one that the app shows now.',
  wrongRecovery: 'This recovery code is not right, or has been used.',
};
