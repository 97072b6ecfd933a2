import './environment.js';
import { render } from 'preact';

import { App } from './app.js';
import { html } from './html.js';
import { connect } from './live.js';

connect();
render(html`<${App} />`, document.getElementById('page'));
