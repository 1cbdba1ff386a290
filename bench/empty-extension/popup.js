const button = document.createElement('button');
button.textContent = 'Save article';
document.body.append(button);
button.focus();
