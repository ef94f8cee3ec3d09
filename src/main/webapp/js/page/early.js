// Runs before anything is painted, so that nobody who has chosen a light page sees a dark one first.

(() => {
  const chosen = (name, allowed) => {
    try {
      const value = JSON.parse(localStorage.getItem(`tickcast.${name}`));
      return allowed.includes(value) ? value : null;
    } catch {
      return null; // Nothing is kept here, or something else has written it.
    }
  };
  const preferred = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = chosen('theme', ['dark', 'light']) ?? preferred;
  const spoken = document.documentElement.dataset.languages?.split(' ') ?? ['en', 'vi'];
  const own = spoken.find((language) => navigator.language.startsWith(language)) ?? 'en';
  document.documentElement.lang = chosen('language', spoken) ?? own;
})();
