SELECT version, manifest FROM pack_offer
