/** The two channels between the page's preload and the main process, one for each verb of the door. */
export const CALL = 'counterfoil:call';
export const ANNOUNCE = 'counterfoil:announce';

/** The page's address: a scheme of our own, so that nothing of the network can stand in for it. */
export const SCHEME = 'counterfoil';
export const PAGE_ORIGIN = `${SCHEME}://app`;
