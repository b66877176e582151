export default {
  stale:
    'Někdo jiný mezitím uložil změny. Co jste napsali, zůstalo; všechno ostatní ukazuje, co bylo uloženo. Zkontrolujte to prosím a uložte znovu.',
  changedMeanwhile: (value: string) => `Mezitím změněno na „${value || '—'}“.`,
  takeTheirs: 'Převzít tuto změnu',
  keepMine: 'Ponechat moje',
  yes: 'Ano',
  no: 'Ne',
};
