import '#contract/noEval';
import '../style/fonts.css';
import '../style/tokens.css';
import '../style/customer.css';
import { createRoot } from 'react-dom/client';
import { assert } from '#domain/assert';
import { Customer } from './Customer.tsx';
import { customerWire } from './customerScreen.ts';

const root = document.getElementById('root');
assert(root, 'the document has no root');
createRoot(root).render(<Customer wire={customerWire()} />);
