// Stands in for style sheets and fonts, which jsdom does not draw.
module.exports = {};
