"use strict";
// Before anything is painted: the theme, and the language that was chosen last.
(() => {
  const root = document.documentElement;
  const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
  const theme = kept("zhibiao-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  const isFront = root.dataset.root === "" && /\/(index\.html)?$/.test(location.pathname);
  // Whoever comes from a link of the site or has chosen a language stays where he is.
  if (isFront && root.lang === "zh-CN" && root.dataset.base === "" && location.hash === "") {
    const language = kept("zhibiao-language") || (/^zh\b/i.test(navigator.language) ? "zh" : "en");
    if (language === "en") location.replace("en/index.html");
  }
})();
