/**
 * The value of plain figures, at most `longest` of them; null for anything else. Free of patterns, since nearly every
 * cell of a file comes here. Example: `plainFigure("012", 7)` is 12, and `plainFigure("1,234", 7)` null.
 */
export function plainFigure(raw: string, longest: number): number | null {
  if (raw.length === 0 || raw.length > longest) return null;
  let value = 0;
  for (let i = 0; i < raw.length; i++) {
    const digit = raw.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return null;
    value = value * 10 + digit;
  }
  return value;
}
