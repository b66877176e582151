export default {
  stale:
    'Someone else has saved changes meanwhile. What you typed is still here; everything else shows what they saved. Please check and save again.',
  displaced: (values: string) => `What you typed is no longer asked for, as it was removed meanwhile: ${values}`,
  changedMeanwhile: (value: string) => `Changed meanwhile to “${value || '—'}”.`,
  takeTheirs: 'Use their change',
  keepMine: 'Keep mine',
  yes: 'Yes',
  no: 'No',
};
