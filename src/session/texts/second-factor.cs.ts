export default {
  code: 'Kód z ověřovací aplikace',
  codeHint: 'Šest číslic, každou půlminutu nové.',
  recoveryCode: 'Záložní kód',
  recoveryHint: 'Jeden z kódů, které jste si uschovali při nastavení druhého faktoru. Každý platí jednou.',
  useRecovery: 'Použít místo toho záložní kód',
  useApp: 'Použít místo toho aplikaci',
  wrongCode: 'Tento kód není správný, nebo už neplatí. Zadejte ten, který aplikace ukazuje teď.',
  wrongRecovery: 'Tento záložní kód není správný, nebo už byl použit.',
};
