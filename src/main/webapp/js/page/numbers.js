// Numbers as a trader reads them: one place decides signs, digits and what stands for "not known".

const UNKNOWN = '–';
const BILLION = 1e9;

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const signedWhole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const signedCents = new Intl.NumberFormat('en-US', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'exceptZero',
});

export const count = (value) => write(whole, value);
export const signedCount = (value) => write(signedWhole, value);
export const points = (value) => write(cents, value);
export const signedPoints = (value) => write(signedCents, value);
export const signedPercent = (value) => (isNumber(value) ? `${write(signedCents, value)}%` : UNKNOWN);
export const billions = (value) => write(cents, isNumber(value) ? value / BILLION : value);
export const signedBillions = (value) => write(signedCents, isNumber(value) ? value / BILLION : value);

/** A price of nought means that nobody has named one yet. */
export const price = (value) => (value > 0 ? write(whole, value) : UNKNOWN);

/** The name of the colour for a move. */
export function trend(change) {
  if (!isNumber(change) || change === 0) {
    return 'reference';
  }
  return change > 0 ? 'up' : 'down';
}

/** What part of the whole this is, in percent; nothing of nothing is 0. */
export const share = (part, all) => (all > 0 ? Math.round((100 * part) / all) : 0);

function write(format, value) {
  // The true minus is as wide as the plus, so that columns stay in line.
  return isNumber(value) ? format.format(value).replace('-', '−') : UNKNOWN;
}

function isNumber(value) {
  return typeof value === 'number' && Number.isFinite(value);
}
