import type { Language } from '#protocol/schemas.ts';

/** What all three sites say in the same words. */
export interface Words {
  readonly ownName: string;
  readonly skip: string;
  readonly menu: string;
  readonly languages: string;
  readonly home: string;
  readonly today: string;
  readonly week: string;
  readonly closed: string;
  /** From Monday to Sunday. */
  readonly days: readonly string[];
  readonly fullPageChat: string;
  readonly lookedFor: (query: string) => string;
  readonly noRealSearch: string;
  readonly demonstration: string;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    ownName: 'English',
    skip: 'Skip to the content',
    menu: 'Main menu',
    languages: 'Language',
    home: 'Home',
    today: 'Today',
    week: 'Hours of the week',
    closed: 'Closed',
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    fullPageChat: 'Open the chat on a page of its own',
    lookedFor: (query) => `You looked for “${query}”`,
    noRealSearch:
      'There is no catalogue behind this search: the site only shows how a chat looks on a library’s page. Ask a librarian about it instead.',
    demonstration: 'A demonstration of Carrel. This library does not exist.',
  },
  fr: {
    ownName: 'Français',
    skip: 'Aller au contenu',
    menu: 'Menu principal',
    languages: 'Langue',
    home: 'Accueil',
    today: 'Aujourd’hui',
    week: 'Horaires de la semaine',
    closed: 'Fermé',
    days: ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'],
    fullPageChat: 'Ouvrir le clavardage sur sa propre page',
    lookedFor: (query) => `Vous avez cherché « ${query} »`,
    noRealSearch:
      'Aucun catalogue ne se trouve derrière cette recherche : le site montre seulement un clavardage sur la page d’une bibliothèque. Posez plutôt la question à une bibliothécaire.',
    demonstration: 'Une démonstration de Carrel. Cette bibliothèque n’existe pas.',
  },
  es: {
    ownName: 'Español',
    skip: 'Ir al contenido',
    menu: 'Menú principal',
    languages: 'Idioma',
    home: 'Inicio',
    today: 'Hoy',
    week: 'Horario de la semana',
    closed: 'Cerrado',
    days: ['Lunes', 'Martes', 'Miércoles', 'Jueves', 'Viernes', 'Sábado', 'Domingo'],
    fullPageChat: 'Abrir el chat en su propia página',
    lookedFor: (query) => `Ha buscado «${query}»`,
    noRealSearch:
      'No hay ningún catálogo detrás de esta búsqueda: el sitio solo muestra cómo se ve un chat en la página de una biblioteca. Pregunte mejor a un bibliotecario.',
    demonstration: 'Una demostración de Carrel. Esta biblioteca no existe.',
  },
};
