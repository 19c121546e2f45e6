module.exports.each = async (item) => item;
