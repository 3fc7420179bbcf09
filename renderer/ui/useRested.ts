import { useEffect, useState } from 'react';

/** Whether a value has stayed as it is for a while. */
export function useRested(value: string, restMs: number): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested === value;
}
