// The chart as a PNG that can stand alone: with its title, and with the names of its lines.
import type uPlot from 'uplot';
import { download } from '#src/exports/download.ts';
import type { Line } from './lines.ts';
import { DASHES } from './palette.ts';
import type { Palette } from './palette.ts';

type Picture = {
  /** The first line is the largest. */
  readonly title: readonly string[];
  readonly lines: readonly Line[];
  readonly palette: Palette;
  readonly fileName: string;
};

/** In px of the page, like everything below. */
const MARGIN = 16;
const ROW = 22;
const SWATCH = 28;
const GAP = 8;
const TEXT = 13;

/** Gives false where the browser makes no picture, such as one that blocks reading canvases. */
export async function savePicture(plot: uPlot, picture: Picture): Promise<boolean> {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return false;
  const drawing = plot.ctx.canvas;
  const ratio = drawing.width / plot.width;
  const width = drawing.width / ratio + 2 * MARGIN;
  const font = (bold: boolean) => `${bold ? '600 ' : ''}${TEXT}px ${picture.palette.font}`;
  context.font = font(false);
  const legend = placeLegend(context, picture.lines, width);
  const head = picture.title.length * ROW;
  const height = head + drawing.height / ratio + legend.height + 2 * MARGIN;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);

  context.scale(ratio, ratio);
  context.fillStyle = picture.palette.surface;
  context.fillRect(0, 0, width, height);
  context.textBaseline = 'middle';
  for (const [place, line] of picture.title.entries()) {
    context.font = font(place === 0);
    context.fillStyle = place === 0 ? picture.palette.text : picture.palette.muted;
    context.fillText(line, MARGIN, MARGIN + (place + 0.5) * ROW, width - 2 * MARGIN);
  }
  context.drawImage(drawing, MARGIN, MARGIN + head, drawing.width / ratio, drawing.height / ratio);
  context.translate(0, MARGIN + head + drawing.height / ratio);
  context.font = font(false);
  for (const [place, { x, y, label }] of legend.entries.entries()) {
    drawSwatch(context, picture.palette.lines[place] ?? picture.palette.muted, place, x, y);
    context.fillStyle = picture.palette.text;
    context.fillText(label, x + SWATCH + GAP, y, width - 2 * MARGIN - SWATCH - GAP);
  }

  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (blob !== null) download(blob, picture.fileName);
  return blob !== null;
}

/** Names side by side, as many as fit in a row. */
function placeLegend(context: CanvasRenderingContext2D, lines: readonly Line[], width: number) {
  let [x, row] = [MARGIN, 0];
  const entries = lines.map(({ label }) => {
    const needed = SWATCH + GAP + context.measureText(label).width + 2 * GAP;
    if (x > MARGIN && x + needed > width - MARGIN) [x, row] = [MARGIN, row + 1];
    const entry = { x, y: (row + 0.5) * ROW, label };
    x += needed;
    return entry;
  });
  return { entries, height: (row + 1) * ROW };
}

function drawSwatch(
  context: CanvasRenderingContext2D,
  colour: string,
  place: number,
  x: number,
  y: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = 2;
  context.setLineDash([...(DASHES[place] ?? [])]);
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + SWATCH, y);
  context.stroke();
}
