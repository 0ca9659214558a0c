/** Widths of the lines of one row in per cent, in an order that does not look made. */
const WIDTHS = [82, 46, 64, 71, 38, 88, 52, 60];

/** Grey lines where text will stand, only once the wait has passed 300 ms (by style, so that nothing blinks before). */
export const Skeleton = ({ lines = 3, label }: { lines?: number; label: string }) => (
  <div className="waiting" role="status">
    <span className="vh">{label}</span>
    {Array.from({ length: lines }, (_, at) => (
      <span key={at} className="sk" style={{ width: `${WIDTHS[at % WIDTHS.length]}%` }} />
    ))}
  </div>
);
