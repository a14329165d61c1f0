// What the button of a waiting launch says to people.

export const sendNow = 'Send now';
