import type { SiteText } from '../site.ts';

export const EASTVALE_IN_FRENCH: SiteText = {
  language: 'fr',
  tagline: 'Bibliothèques',
  heading: 'Cherchez dans cinq bibliothèques',
  lead: 'Livres, articles, données et thèses au même endroit, en anglais et en français.',
  search: {
    label: 'Chercher dans Omni',
    placeholder: 'Titre, auteur, DOI ou mots-clés',
    button: 'Chercher',
  },
  services: {
    heading: 'Services',
    items: [
      {
        title: 'Bases de données par discipline',
        text: 'Trois cents bases, choisies par la bibliothécaire de votre discipline.',
        slug: 'find-articles',
      },
      {
        title: 'Rendez-vous de recherche',
        text: 'Une heure avec une bibliothécaire, pour une thèse ou une revue systématique.',
        slug: 'research-help',
      },
      {
        title: 'Prêt entre bibliothèques',
        text: 'De toutes les bibliothèques du pays, et de la plupart à l’étranger.',
        slug: 'interlibrary-loan',
      },
      {
        title: 'Horaires et salles',
        text: 'Salles de groupe, cabines et salle de lecture du soir.',
        slug: 'hours',
      },
    ],
  },
  news: {
    heading: 'Avis',
    items: [
      {
        title: 'Libre accès : plus de frais chez quatre autres éditeurs',
        text: 'Les auteurs d’Eastvale publient en libre accès, sans frais, dans 1 900 revues de plus.',
      },
      {
        title: 'Dépôt des thèses',
        text: 'Le dernier jour pour la collation d’automne est le quinze. Faites vérifier le format une semaine avant.',
      },
      {
        title: 'Ateliers de novembre',
        text: 'Zotero pour débuter, plans de gestion des données, la recherche dans Embase.',
      },
    ],
  },
  ask: {
    heading: 'Aide à la recherche',
    text: 'Clavardez à toute heure avec une bibliothécaire, par le bouton dans le coin de cette page. La nuit, une bibliothèque partenaire répond.',
  },
  pages: [
    {
      slug: 'find-articles',
      name: 'Trouver des articles',
      title: 'Trouver des articles',
      lead: 'Omni cherche dans presque tout ce que nous avons. Une base de votre domaine cherche mieux.',
      sections: [
        {
          heading: 'Par discipline',
          text: 'Par où commenceraient les bibliothécaires des grandes facultés :',
          points: [
            'Génie : Compendex et IEEE Xplore',
            'Sciences de la santé : MEDLINE, Embase et CINAHL',
            'Droit : Westlaw et CanLII',
            'Sciences sociales : Sociological Abstracts et ProQuest',
          ],
        },
        {
          heading: 'Quand un éditeur demande de payer',
          text: 'Vous êtes arrivé sans passer par notre abonnement. Ouvrez l’article depuis Omni, ou mettez le mandataire de la bibliothèque devant son adresse, et connectez-vous avec votre compte Eastvale.',
          points: [],
        },
      ],
    },
    {
      slug: 'interlibrary-loan',
      name: 'Prêt entre bibliothèques',
      title: 'Prêt entre bibliothèques',
      lead: 'Ce qu’aucune de nos cinq bibliothèques ne possède vient d’une autre.',
      sections: [
        {
          heading: 'Pour qui',
          text: 'Étudiants, personnel et corps professoral, sans frais. Les diplômés paient ce que demande la bibliothèque prêteuse.',
          points: [],
        },
        {
          heading: 'Avant de le demander',
          text: 'Cherchez d’abord une version libre : un article sur deux en a une.',
          points: [
            'le dépôt de l’auteur',
            'un serveur de prépublications',
            'les archives ouvertes de l’éditeur',
          ],
        },
      ],
    },
    {
      slug: 'research-help',
      name: 'Aide à la recherche',
      title: 'Aide à la recherche',
      lead: 'De la première recherche au protocole que les évaluateurs acceptent.',
      sections: [
        {
          heading: 'Prendre rendez-vous',
          text: 'Une heure, sur place ou par vidéo. Dites-nous votre question d’avance, et nous arrivons préparés.',
          points: [],
        },
        {
          heading: 'Revues systématiques',
          text: 'Nous préparons la recherche avec vous, et la décrivons pour que d’autres puissent la refaire.',
          points: [
            'concepts et synonymes',
            'traduction d’une base à l’autre',
            'exportation sans doublons',
          ],
        },
      ],
    },
    {
      slug: 'hours',
      name: 'Horaires et salles',
      title: 'Horaires et salles',
      lead: 'Horaires de la bibliothèque principale. Les salles de groupe se réservent pour deux heures, jusqu’à une semaine d’avance.',
      sections: [],
    },
  ],
  address: 'Bibliothèque principale, 75, avenue de l’Université, Eastvale',
};
