/** What the window finds in Chrome 83 before any of its own code runs. */
import 'core-js/actual';
