// npm run icons: draws the installers' icons from src/renderer/icon.svg into build/ and resources/, which are
// committed. Needs a Chromium.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { chromium } from 'playwright-core';
import png2icons from 'png2icons';
import { findProgram } from './setup/command.mjs';
import { ROOT } from './setup/paths.mjs';

const BUILD = path.join(ROOT, 'build');
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const LARGEST = 1024;
/** Apple's grid leaves a border around an icon: 824 of 1024 pixels are used. */
const APPLE_BORDER = 100 / 1024;

const browser = await chromium.launch({
  executablePath: findProgram('chromium') ?? findProgram('google-chrome') ?? undefined,
  // Chromium refuses its sandbox to root; it only opens our own file.
  chromiumSandbox: process.getuid?.() !== 0,
});
const page = await browser.newPage();
const drawing = fs.readFileSync(path.join(ROOT, 'src', 'renderer', 'icon.svg'), 'utf8');

/** @returns {Promise<Buffer>} a PNG of size by size pixels, transparent around the drawing */
async function draw(size, border = 0) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body { margin: 0 } svg { position: fixed; inset: ${border * size}px; width: ${size * (1 - 2 * border)}px }</style>${drawing}`,
  );
  return page.screenshot({ omitBackground: true });
}

fs.mkdirSync(path.join(BUILD, 'icons'), { recursive: true });
for (const size of LINUX_SIZES) fs.writeFileSync(path.join(BUILD, 'icons', `${size}x${size}.png`), await draw(size));
fs.writeFileSync(path.join(ROOT, 'resources', 'icon.png'), await draw(256));
fs.writeFileSync(
  path.join(BUILD, 'icon.ico'),
  png2icons.createICO(await draw(LARGEST), png2icons.BICUBIC2, 0, false, true),
);
fs.writeFileSync(
  path.join(BUILD, 'icon.icns'),
  png2icons.createICNS(await draw(LARGEST, APPLE_BORDER), png2icons.BICUBIC2, 0),
);
await browser.close();
