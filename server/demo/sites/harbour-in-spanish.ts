import type { SiteText } from '../site.ts';

export const HARBOUR_IN_SPANISH: SiteText = {
  language: 'es',
  tagline: 'Once sucursales, una tarjeta',
  heading: 'Su biblioteca, por toda la ciudad',
  lead: 'Libros, películas, herramientas, máquinas de coser y un lugar cálido donde sentarse. Todo gratis.',
  search: {
    label: 'Busque libros, películas y más',
    placeholder: 'Título, autor o tema',
    button: 'Buscar',
  },
  services: {
    heading: 'Quisiera…',
    items: [
      {
        title: 'Sacar una tarjeta',
        text: 'Para quien vive, trabaja o estudia en la ciudad. En cinco minutos.',
        slug: 'library-card',
      },
      {
        title: 'Leer en mi teléfono',
        text: 'Libros electrónicos, audiolibros y periódicos, sin nada que devolver.',
        slug: 'e-books',
      },
      {
        title: 'Traer a mis hijos',
        text: 'Hora del cuento en inglés y en español, en todas las sucursales.',
        slug: 'children',
      },
      {
        title: 'Pasar por allí',
        text: 'Los horarios, y qué sucursal le queda más cerca.',
        slug: 'hours',
      },
    ],
  },
  news: {
    heading: 'Esta semana',
    items: [
      {
        title: 'Martes: tarde de remiendos',
        text: 'Traiga un suéter con un agujero. Sucursal Central, a las seis, con té.',
      },
      {
        title: 'Sábado: cuentos junto al agua',
        text: 'Para niños de tres a seis años, en inglés y en español. Sucursal del Muelle, a las diez y media.',
      },
      {
        title: 'Vuelve el bibliobús',
        text: 'Dos paradas nuevas: Tanner’s Row los lunes y Gull Street los jueves.',
      },
    ],
  },
  ask: {
    heading: 'Pregunte a un bibliotecario',
    text: 'Sobre su tarjeta, un libro, un formulario, un autobús. Escríbanos a cualquier hora: el botón está en la esquina de esta página.',
  },
  pages: [
    {
      slug: 'find',
      name: 'Buscar',
      title: 'Buscar libros y más',
      lead: 'Cuatrocientas mil cosas en nuestros estantes, y cada una puede llegar a su sucursal.',
      sections: [
        {
          heading: 'Pídalo en su sucursal',
          text: 'Elija «Reservar». Le escribimos cuando llegue y lo guardamos una semana.',
          points: [],
        },
        {
          heading: '¿No sabe qué leer?',
          text: 'Díganos tres libros que le gustaron, en el chat o en cualquier mostrador, y buscamos el cuarto.',
          points: [],
        },
      ],
    },
    {
      slug: 'library-card',
      name: 'Tarjeta',
      title: 'Sacar la tarjeta de la biblioteca',
      lead: 'Gratis para quien vive, trabaja o estudia en Harbour City.',
      sections: [
        {
          heading: 'Qué traer',
          text: 'A cualquier sucursal, o muéstrelo con la cámara de su teléfono:',
          points: [
            'algo que lleve su nombre',
            'algo que lleve su dirección: basta una carta',
            'para menores de 13 años: uno de los padres o el tutor',
          ],
        },
        {
          heading: '¿Sin dirección por ahora?',
          text: 'Pida entonces la tarjeta de bienvenida. Presta tres cosas a la vez, y nadie pregunta por qué.',
          points: [],
        },
      ],
    },
    {
      slug: 'e-books',
      name: 'Libros electrónicos',
      title: 'Libros electrónicos y audiolibros',
      lead: 'En teléfono, tableta o lector. Se devuelven solos, así que no hay multas.',
      sections: [
        {
          heading: 'En tres pasos',
          text: 'Solo necesita su número de tarjeta y su PIN.',
          points: [
            'Instale Libby',
            'Elija Harbour City Public Library',
            'Entre con el número de tarjeta y el PIN',
          ],
        },
      ],
    },
    {
      slug: 'children',
      name: 'Niños',
      title: 'Para los niños',
      lead: 'Hay un rincón con cojines en cada sucursal, y allí nadie dice «silencio».',
      sections: [
        {
          heading: 'Ayuda con las tareas',
          text: 'De lunes a jueves, de tres a seis, en Central y Hillside. Sin cita.',
          points: [],
        },
      ],
    },
    {
      slug: 'hours',
      name: 'Horario',
      title: 'Horario y sucursales',
      lead: 'Este es el horario de la Sucursal Central. Las más pequeñas abren una hora más tarde.',
      sections: [],
    },
  ],
  address: 'Sucursal Central, 200 Quay Street, Harbour City',
};
