import '../panel/panel.tsx';
