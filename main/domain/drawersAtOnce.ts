/** Two drawers that one person had open at once, and where. */
export type AtOnceTold = { personName: string; drawer: string; station: string; other: string; otherStation: string };

/** An exception of the day in one sentence, as the screen and the report tell it. */
export function atOnceSentence({ personName, drawer, station, other, otherStation }: AtOnceTold): string {
  return `${personName} had two drawers open at once: ${drawer} at ${station} and ${other} at ${otherStation}`;
}
