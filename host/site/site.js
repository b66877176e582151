/**
 * The choice of language in the footer of the client zone. The provider's `language` attribute is all that the portal
 * needs; the direction is the page's own matter. The choice is kept for the next page.
 */
const control = document.querySelector('.language');
const select = control?.querySelector('select');
const provider = document.querySelector('portal-provider');

function apply(language) {
  if (language) provider.setAttribute('language', language);
  else provider.removeAttribute('language');
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

if (select && provider) {
  control.hidden = false;
  select.value = localStorage.getItem('portal-language') ?? '';
  apply(select.value);
  select.addEventListener('change', () => {
    localStorage.setItem('portal-language', select.value);
    apply(select.value);
  });
}
