module.exports.price = async (order) => ({ ...order, price: 1 });
module.exports.ship = async (order) => order;
