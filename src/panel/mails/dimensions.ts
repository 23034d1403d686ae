/** A lane is its name and, under it, a line of targets. */
export const laneHeight = 42;
const axisHeight = 18;

export const laneTop = (lane: number): number => lane * (laneHeight + 4);
export const laneLine = (lane: number): number => laneTop(lane) + laneHeight - 12;
export const pictureHeight = laneTop(2) + axisHeight;
