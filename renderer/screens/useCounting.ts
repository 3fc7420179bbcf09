import { useDo, usePage } from '../page.ts';
import { useSettled } from '../ui/useSettled.ts';
import { useGo } from './route.ts';

/** Where nothing is begun any more: the drawer is counted, as from the counter. */
export function useCounting(drawer: string): () => void {
  const go = useGo();
  const run = useDo();
  const { host } = usePage();
  return useSettled(() => {
    go({ go: 'home' });
    run('startCount', { commandId: host.newId(), drawer });
  });
}
