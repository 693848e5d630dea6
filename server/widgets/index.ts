export { routeWidgets } from './routes.ts';
export { findWidget, insertWidget, type NewWidget } from './store.ts';
export {
  mayOpenFrom,
  presentWidget,
  type StoredWidget,
  USUAL_UNANSWERED_SECONDS,
} from './widget.ts';
