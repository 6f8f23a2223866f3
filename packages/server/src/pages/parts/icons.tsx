/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** Drawn signs. The three shapes mean the warning level and nothing else. */
const SHAPES: { [rank: number]: string } = {
  1: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13z',
  2: 'M8 1.2 15.4 14.4H.6z',
  3: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
};

/** Circle, triangle, octagon for the ranks 1, 2, 3; nothing for an unrated case. */
export const WarnShape = ({ rank }: { rank: number }) =>
  rank < 1 ? null : (
    <svg class="shp" viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" focusable="false">
      <path d={SHAPES[Math.min(rank, 3)]} />
    </svg>
  );

/** The mark of the house: a maple leaf over a bridge. */
export const Mark = () => (
  <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
    <path
      fill="currentColor"
      d="M16 2.5l1.9 4.2 3-1.9-.6 4.6 4.5-1.1-1.6 3.4 3.6 1.4-4.4 2.6 1 2.5-4.5-.4-2.1 2.2v-3.4h-1.6V20l-2.1-2.2-4.5.4 1-2.5-4.4-2.6 3.6-1.4-1.6-3.4 4.5 1.1-.6-4.6 3 1.9z"
    />
    <path d="M3 28.5c3.6-5 8-7 13-7s9.4 2 13 7" fill="none" stroke="currentColor" stroke-width="2.4" />
    <path d="M2 28.500h28" stroke="currentColor" stroke-width="2.4" />
  </svg>
);

export const Lens = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <circle cx="7" cy="7" r="4.6" fill="none" stroke="currentColor" stroke-width="1.8" />
    <path d="m10.5 10.5 4 4" stroke="currentColor" stroke-width="1.8" />
  </svg>
);
