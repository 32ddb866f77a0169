// A clock, ten times a second.
let tick = 0;
const clock = setInterval(() => {
  document.getElementById('clock').textContent = (tick += 1).toLocaleString('mr-u-nu-deva');
}, 100);
window.stopClock = () => {
  clearInterval(clock);
  window.before = window.hostPage();
};
