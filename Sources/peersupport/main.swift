import Hummingbird
print("peersupport")
