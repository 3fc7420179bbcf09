import { useDo } from '../page.ts';
import { useLeaving } from '../screens/counter/useLeaving.ts';
import { useStation } from './station.ts';

/** Signs out. Cash that is typed on the person’s own form is told to the journal before. */
export function useSignOut(): () => Promise<void> {
  const { drawer } = useStation().station;
  const leave = useLeaving();
  const run = useDo();
  return async function signOut() {
    if (drawer === null || (await leave(drawer.drawer))) run('signOut', {});
  };
}
