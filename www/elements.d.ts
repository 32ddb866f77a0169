/** The tag and its events, for TypeScript: `import type {} from 'kasoti/elements'`. */
import type { KasotiCheck } from './element.js';
import type { KasotiErrorEvent, ReportEvent, SelectEvent } from './events.js';

declare global {
  interface HTMLElementTagNameMap { 'kasoti-check': KasotiCheck }
  interface HTMLElementEventMap {
    'kasoti-report': ReportEvent;
    'kasoti-select': SelectEvent;
    'kasoti-error': KasotiErrorEvent;
  }
}
