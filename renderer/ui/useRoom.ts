import { type RefCallback, useCallback, useState } from 'react';

/** How much room an element has, and has again whenever that changes; none until it is known. */
export function useRoom(): [RefCallback<HTMLElement>, { width: number; height: number }] {
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const watch = useCallback((element: HTMLElement | null) => {
    if (!element || !('ResizeObserver' in window)) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width = 0, height = 0 } = entry?.contentRect ?? {};
      setRoom({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [watch, room];
}
