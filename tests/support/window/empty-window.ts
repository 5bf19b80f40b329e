/** Before each test file: clears what another file of the same worker left in page and storage. */
document.body.replaceChildren();
localStorage.clear();
sessionStorage.clear();
