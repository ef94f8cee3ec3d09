// Numbers as a trader reads them: one place decides signs, digits and what stands for "not known".

const UNKNOWN = '–';
const BILLION = 1e9;
const IN_VIETNAM = 'Asia/Ho_Chi_Minh';

let formats = formatsOf('en-US');

export function useLocale(locale) {
  formats = formatsOf(locale);
}

export const count = (value) => write(formats.whole, value);
export const signedCount = (value) => write(formats.signedWhole, value);
export const points = (value) => write(formats.cents, value);
export const signedPoints = (value) => write(formats.signedCents, value);
export const signedPercent = (value) => (isNumber(value) ? `${write(formats.signedCents, value)}%` : UNKNOWN);
export const percent = (value) => (isNumber(value) ? `${write(formats.whole, value)}%` : UNKNOWN);
export const billions = (value) => write(formats.cents, isNumber(value) ? value / BILLION : value);
export const signedBillions = (value) => write(formats.signedCents, isNumber(value) ? value / BILLION : value);
export const tenths = (value) => write(formats.tenths, value);

/** A price of nought means that nobody has named one yet. */
export const price = (value) => (value > 0 ? write(formats.whole, value) : UNKNOWN);

/** The time of day in the market, wherever the reader is. */
export const timeOfDay = (millis) => (isNumber(millis) ? formats.time.format(millis) : UNKNOWN);
export const hourAndMinute = (millis) => (isNumber(millis) ? formats.minute.format(millis) : UNKNOWN);

export function bytes(value) {
  if (!isNumber(value)) {
    return UNKNOWN;
  }
  return value < 1e6 ? `${write(formats.tenths, value / 1e3)} kB` : `${write(formats.tenths, value / 1e6)} MB`;
}

/** The name of the colour for a move. */
export function trend(change) {
  if (!isNumber(change) || change === 0) {
    return 'reference';
  }
  return change > 0 ? 'up' : 'down';
}

/** The name of the colour of a stock, as on every Vietnamese board: its limits have colours of their own. */
export function colourOf({ last_price: last, ceiling, floor, change } = {}) {
  if (!(last > 0)) {
    return 'reference';
  }
  if (ceiling > 0 && last >= ceiling) {
    return 'ceiling';
  }
  return last <= floor ? 'floor' : trend(change);
}

/** What part of the whole this is, in percent; nothing of nothing is 0. */
export const share = (part, all) => (all > 0 ? Math.round((100 * part) / all) : 0);

function formatsOf(locale) {
  const digits = (n, more) => new Intl.NumberFormat(locale, { minimumFractionDigits: n, maximumFractionDigits: n, ...more });
  const time = (more) => new Intl.DateTimeFormat('en-GB', { timeZone: IN_VIETNAM, hour: '2-digit', minute: '2-digit', ...more });
  return {
    whole: digits(0),
    signedWhole: digits(0, { signDisplay: 'exceptZero' }),
    tenths: digits(1),
    cents: digits(2),
    signedCents: digits(2, { signDisplay: 'exceptZero' }),
    time: time({ second: '2-digit' }),
    minute: time(),
  };
}

function write(format, value) {
  // The true minus is as wide as the plus, so that columns stay in line.
  return isNumber(value) ? format.format(value).replace('-', '−') : UNKNOWN;
}

function isNumber(value) {
  return typeof value === 'number' && Number.isFinite(value);
}
