document.title = 'Offprint';
