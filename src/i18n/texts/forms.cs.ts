export default {
  stale:
    'Někdo jiný mezitím uložil změny. Co jste napsali, zůstalo; všechno ostatní ukazuje, co bylo uloženo. Zkontrolujte to prosím a uložte znovu.',
  displaced: (values: string) => `Na to se formulář už neptá, protože to mezitím někdo odebral. Zadali jste: ${values}`,
  changedMeanwhile: (value: string) => `Mezitím změněno na „${value || '—'}“.`,
  takeTheirs: 'Převzít tuto změnu',
  keepMine: 'Ponechat moje',
  yes: 'Ano',
  no: 'Ne',
};
