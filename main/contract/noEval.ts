import * as z from 'zod';

/*
 * For the page, before any schema is made: zod would try to compile them with `Function`, which a page that keeps to its own
 * scripts refuses and complains of.
 */
z.config({ jitless: true });
