import type { OfficeRoute } from '../route.ts';
import { Batches } from './Batches.tsx';
import { EndDrawer } from './EndDrawer.tsx';
import { SendBack } from './SendBack.tsx';

/** The screens of batches. The one that goes back comes along, so that nothing typed is lost when the line breaks. */
export function AtTheBatches({ route }: { route: OfficeRoute }) {
  switch (route.at) {
    case 'batches':
      return <Batches place={route.place} />;
    case 'sendBack':
      return <SendBack batch={route.batch} />;
    case 'endDrawer':
      return <EndDrawer batch={route.batch} />;
    default:
      return null;
  }
}
