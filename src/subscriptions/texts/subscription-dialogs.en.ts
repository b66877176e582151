export default {
  title: (subject: string) => `Cancel the subscription for ${subject}?`,
  final: 'A cancelled subscription cannot be taken up again.',
  goesOn: (subject: string) => `${subject} itself goes on. From now on it has to be paid in another way.`,
  reason: 'Reason',
  reasonHint: 'PayPal passes it on and shows it with the subscription.',
  tooLong: 'At most 128 characters, please.',
  keep: 'Keep it',
  confirm: 'Cancel the subscription',
  done: (subject: string) => `The subscription for ${subject} has been cancelled. Please pay in another way from now on.`,
  unreachable: 'PayPal cannot be reached at present. Nothing was cancelled; please try again later.',
  notCancellable: 'This subscription is over already.',
};
