/** Before each test file: nothing is left in the page, or stored, by another file of the same worker. */
document.body.replaceChildren();
localStorage.clear();
sessionStorage.clear();
