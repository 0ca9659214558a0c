import { readFileSync } from 'node:fs';
import sharp, { type Sharp } from 'sharp';
import type { Plugin } from 'vite';

const read = (path: string) => readFileSync(new URL(path, import.meta.url));
const MARK = '../public/logo-mark.svg';
const LOGO = './logo.svg';
/** The tokens `paper` and `ink`: the page's ground, and the lacquer bar above it. */
const PAPER = '#fbf9f4';
const INK = '#1c1917';
/** How much of an icon the mark fills: telephones cut icons round, so what is kept for them has a wide edge. */
const PLAIN = 0.84;
const ROUND = 0.6;
const ICONS = [
  { name: 'icon-48.png', size: 48, fill: 1, ground: 'transparent' },
  { name: 'icon-180.png', size: 180, fill: 0.72, ground: PAPER },
  { name: 'icon-192.png', size: 192, fill: PLAIN, ground: PAPER },
  { name: 'icon-512.png', size: 512, fill: PLAIN, ground: PAPER },
  { name: 'icon-maskable-512.png', size: 512, fill: ROUND, ground: PAPER },
] as const;

/** The drawing at `path`, `width` pixels wide, in the middle of `ground`. */
async function drawn(path: string, width: number, ground: Sharp): Promise<Buffer> {
  const drawing = read(path);
  const { width: own = width } = await sharp(drawing).metadata();
  const input = await sharp(drawing, { density: (72 * width) / own })
    .resize({ width })
    .toBuffer();
  return ground.composite([{ input }]).png({ compressionLevel: 9, palette: true }).toBuffer();
}

const plain = (size: number, background: string) =>
  sharp({ create: { width: size, height: size, channels: 4, background } });

/** What a link to the product looks like where links are drawn: the logo on paper, under the bar. */
const preview = () =>
  drawn(
    LOGO,
    820,
    sharp(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
      <rect width="1200" height="630" fill="${PAPER}"/><rect width="1200" height="56" fill="${INK}"/></svg>`),
    ),
  );

const manifest = {
  name: 'Hạt Nhân · Mạng lưới chuyên gia Chính phủ điện tử',
  short_name: 'Hạt Nhân',
  lang: 'vi',
  id: '/',
  start_url: '/',
  // With its back button: the product is made of links.
  display: 'minimal-ui',
  background_color: PAPER,
  theme_color: INK,
  icons: [
    { src: '/logo-mark.svg', sizes: 'any', type: 'image/svg+xml' },
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
  ],
};

/** Draws the icons and the picture of link previews from the logo, and writes the manifest that names them. */
export function icons(): Plugin {
  return {
    name: 'hat-nhan:icons',
    apply: 'build',
    async generateBundle() {
      for (const { name, size, fill, ground } of ICONS) {
        const source = await drawn(MARK, Math.round(size * fill), plain(size, ground));
        this.emitFile({ type: 'asset', fileName: name, source });
      }
      this.emitFile({ type: 'asset', fileName: 'preview.png', source: await preview() });
      this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source: JSON.stringify(manifest) });
    },
  };
}
